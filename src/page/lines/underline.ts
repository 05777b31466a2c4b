/** Where the line under a stretch of text goes: below its baseline, as the browser's own underline of a mark would. */

/** Below the baseline, in CSS pixels: `text-underline-offset` of marks.css. */
const OFFSET = 3;
/** Where a font does not tell: the part of a line's box below the baseline, in most text faces. */
const USUAL_DESCENT = 0.21;

export interface Underline {
  readonly left: number;
  /** Where the line's upper edge goes, viewport coordinates in CSS pixels. */
  readonly baseline: number;
  readonly width: number;
  /** The text's own colour, which the line's colour is mixed with. */
  readonly color: string;
}

interface Face {
  /** The part of the box below the baseline. */
  readonly descent: number;
  readonly color: string;
}

let measure: CanvasRenderingContext2D | null = null;
/** By font: a page has a few. */
const descents = new Map<string, number>();

export function createUnderline(window: Window & typeof globalThis): (rect: DOMRect, context: Element) => Underline {
  const faces = new Map<Element, Face>();

  function descentOf(font: string): number {
    const known = descents.get(font);
    if (known !== undefined) return known;
    // Never put into the page, and drawn on by nobody.
    measure ??= window.document.createElement('canvas').getContext('2d');
    let descent = USUAL_DESCENT;
    if (measure && font) {
      measure.font = font;
      const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText('x');
      if (up + down > 0) descent = down / (up + down);
    }
    descents.set(font, descent);
    return descent;
  }

  function faceOf(context: Element): Face {
    const known = faces.get(context);
    if (known) return known;
    const { fontStyle, fontWeight, fontSize, fontFamily, color } = window.getComputedStyle(context);
    const face = { descent: descentOf(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`), color };
    faces.set(context, face);
    return face;
  }

  return (rect, context) => {
    const { descent, color } = faceOf(context);
    return { left: rect.left, baseline: rect.bottom - rect.height * descent + OFFSET, width: Math.round(rect.width * 4) / 4, color };
  };
}
