/**
 * The tab *Timeline*: the claims of an actor, an event or everything named here on one axis of days. A day is a dot, what is less
 * sure a span; what was withdrawn or overtaken is hollow and says so. One tab stop, arrow keys from mark to mark; every mark has its claim.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimelineMark } from '@/core/coverage/timeline';
import type { QualifiedId } from '@/core/model/ids';
import type { ClaimView, SubjectRef, TimelineView } from '@/core/model/view';
import { ageWords } from '../primitives/age';
import { ClaimList } from '../primitives/claims';
import { formatEdtf } from '../primitives/format-edtf';
import { isolated } from '../primitives/text';
import { count, KINDS_WORD } from '../primitives/words';
import { AXIS_WIDTH, type PlacedMark, timeScale } from './time-scale';

/** Pixels: between lanes, beside the axis for the halves of marks, above for the word at the article's line. */
const LANE = 13;
const EDGE = 12;
const TOP = 16;
const RADIUS = 4.5;

const STEP: Readonly<Record<string, (at: number, n: number) => number>> = {
  ArrowRight: (at, n) => Math.min(at + 1, n - 1),
  ArrowUp: (at, n) => Math.min(at + 1, n - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowDown: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, n) => n - 1,
};

const STATE_WORD: Readonly<Record<TimelineMark['state'], string>> = {
  standing: '',
  superseded: 'overtaken by a later claim',
  withdrawn: 'withdrawn',
};

/** What is not in the claim's own line: that it was overtaken, and how old it is. */
function notes(mark: TimelineMark): string[] {
  return [mark.state === 'superseded' ? STATE_WORD.superseded : '', ageOf(mark)].filter(Boolean);
}

const ageOf = ({ clock, before }: TimelineMark): string => (before ? ageWords(clock, before) : '');

/** The mark read aloud: when, which clock, what, whose. */
function spoken(mark: TimelineMark, claim: ClaimView | undefined): string {
  const { leading, text = '', speaker, outlet } = claim ?? { leading: null };
  const when = leading ? formatEdtf(leading.value.edtf, leading.value.qualifier).text : mark.date;
  const who = speaker?.name ?? outlet?.name;
  return [`${when}, ${mark.clock}`, isolated(text), who ? isolated(who) : '', STATE_WORD[mark.state], ageOf(mark)]
    .filter(Boolean)
    .join('. ');
}

interface DotProps {
  readonly placed: PlacedMark;
  readonly claim: ClaimView | undefined;
  readonly y: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Dot({ placed: { mark, x, to }, claim, y, selected, onSelect }: DotProps) {
  const left = EDGE + x;
  const shape = `mark ${mark.state}${mark.soft ? ' soft' : ''}${claim?.status === 'unconfirmed' ? ' unsure' : ''}`;
  return (
    <g
      role="option"
      tabindex={selected ? 0 : -1}
      aria-selected={selected}
      aria-label={spoken(mark, claim)}
      onClick={onSelect}
      onFocus={onSelect}
    >
      {selected && <rect class="ring" x={left - 8} y={y - 8} width={to - x + 16} height="16" rx="8" />}
      {mark.shape === 'dot' ? (
        <circle class={shape} cx={left} cy={y} r={RADIUS} />
      ) : (
        <rect class={shape} x={left - RADIUS} y={y - RADIUS + 0.5} width={to - x + 2 * RADIUS} height={2 * RADIUS - 1} rx={RADIUS - 0.5} />
      )}
      {mark.state === 'withdrawn' && <line class="struck" x1={left - 6} x2={EDGE + to + 6} y1={y} y2={y} />}
    </g>
  );
}

interface DrawingProps {
  readonly view: TimelineView;
  readonly article: string | null;
  readonly selected: QualifiedId | null;
  readonly onSelect: (id: QualifiedId) => void;
}

function Drawing({ view, article, selected, onSelect }: DrawingProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => timeScale(view.timeline, article), [view, article]);
  if (!scale) return null;
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const base = TOP + scale.lanes * LANE;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = scale.marks.findIndex(({ mark }) => mark.id === selected);
    const next = STEP[event.key]?.(at, scale.marks.length);
    const mark = next === undefined ? undefined : scale.marks[next];
    if (!mark) return;
    event.preventDefault();
    onSelect(mark.mark.id);
    drawing.current?.querySelectorAll<SVGElement>('[role=option]')[next ?? 0]?.focus();
  };
  return (
    <div
      ref={drawing}
      class="timeline"
      role="listbox"
      tabIndex={-1}
      aria-label={`${count(scale.marks.length, 'dated claim')}, oldest first. Arrow keys go from one to the next.`}
      onKeyDown={onKeyDown}
    >
      <svg viewBox={`0 0 ${AXIS_WIDTH + 2 * EDGE} ${base + 24}`} role="none">
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines and labels take no focus */}
        <g aria-hidden="true">
          <line class="axis-line" x1={EDGE} x2={EDGE + AXIS_WIDTH} y1={base + 3} y2={base + 3} />
          {scale.ticks.map(({ edtf, x }) => (
            <g key={edtf}>
              <line class="axis-line" x1={EDGE + x} x2={EDGE + x} y1={base + 3} y2={base + 7} />
              <text x={EDGE + x} y={base + 19} text-anchor={x < 30 ? 'start' : x > AXIS_WIDTH - 30 ? 'end' : 'middle'}>
                {formatEdtf(edtf).text}
              </text>
            </g>
          ))}
          {scale.article !== null && (
            <>
              <line class="now-line" x1={EDGE + scale.article} x2={EDGE + scale.article} y1={TOP - 4} y2={base + 3} />
              <text class="now" x={EDGE + scale.article} y={TOP - 7} text-anchor={scale.article > AXIS_WIDTH / 2 ? 'end' : 'start'}>
                this article
              </text>
            </>
          )}
        </g>
        {scale.marks.map((placed) => (
          <Dot
            key={placed.mark.id}
            placed={placed}
            claim={claims.get(placed.mark.id)}
            y={base - placed.lane * LANE - LANE / 2 + 1}
            selected={placed.mark.id === selected}
            onSelect={() => onSelect(placed.mark.id)}
          />
        ))}
      </svg>
    </div>
  );
}

/** Whose timeline; null is everything named here. */
function Choice(props: {
  readonly subjects: readonly SubjectRef[];
  readonly of: QualifiedId | null;
  readonly onSubject: (id: QualifiedId | null) => void;
}) {
  const kinds = [...new Set(props.subjects.map(({ kind }) => kind))];
  return (
    <label class="choice-of">
      Timeline of{' '}
      <select value={props.of ?? ''} onChange={(event) => props.onSubject(event.currentTarget.value || null)}>
        <option value="">everything named here</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={KINDS_WORD[kind]}>
            {props.subjects
              .filter((subject) => subject.kind === kind)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {isolated(name)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

interface TimelineProps {
  /** Null while it is worked out. */
  readonly view: TimelineView | null;
  /** The claims that the filter leaves. */
  readonly claims: readonly ClaimView[];
  readonly filtered: boolean;
  readonly subjects: readonly SubjectRef[];
  readonly of: QualifiedId | null;
  /** The day of the article in hand. */
  readonly article: string | null;
  readonly onSubject: (id: QualifiedId | null) => void;
}

export function Timeline({ view, claims, filtered, subjects, of, article, onSubject }: TimelineProps) {
  const [chosen, setChosen] = useState<QualifiedId | null>(null);
  const shown = useMemo((): TimelineView | null => {
    if (!view || !filtered) return view;
    const kept = new Set(claims.map(({ id }) => id));
    const marks = view.timeline.marks.filter(({ id }) => kept.has(id));
    return { ...view, claims, timeline: { ...view.timeline, marks } };
  }, [view, claims, filtered]);
  const marks = shown?.timeline.marks ?? [];
  // The newest stands for all until another is chosen.
  const selected = marks.find(({ id }) => id === chosen) ?? marks.at(-1);
  const claim = shown?.claims.find(({ id }) => id === selected?.id);
  useEffect(() => setChosen(null), [of]);
  return (
    <>
      <Choice subjects={subjects} of={of} onSubject={onSubject} />
      {!shown ? (
        <div class="timeline-bones" role="status">
          <span class="spoken">Laying out the claims…</span>
          <span class="skeleton" aria-hidden="true" />
        </div>
      ) : marks.length > 0 ? (
        <>
          <Drawing view={shown} article={article} selected={selected?.id ?? null} onSelect={setChosen} />
          {selected && claim && (
            <section class="picked" aria-label="The claim of the mark in hand">
              <ClaimList claims={[claim]} withEvents notes={notes(selected)} />
            </section>
          )}
        </>
      ) : (
        <p class="told-note">{filtered ? 'No dated claim fits the filter.' : 'None of these claims is dated.'}</p>
      )}
      {claims.length > 0 && (
        <section class="list" aria-labelledby="all-claims">
          <h2 id="all-claims" class="all-claims">
            {shown && shown.total > shown.claims.length && !filtered
              ? `The newest ${shown.claims.length} of ${shown.total.toLocaleString()} claims`
              : `${count(claims.length, 'claim')}, newest first`}
          </h2>
          <ClaimList claims={claims} withEvents article={article} />
        </section>
      )}
    </>
  );
}
