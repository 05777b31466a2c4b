/** Reading foreign JSON without trusting it: fields that may be missing, alone or in a list. Pure. */

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a list: JSON-LD writes one thing alone and several in a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const objectsIn = (value: unknown): readonly Json[] => listOf(value).filter(isObject);

/** The first text of a value, trimmed; JSON-LD may wrap it as `{"@value": …}`. */
export function textOf(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    const text = isObject(each) ? each['@value'] : each;
    if (typeof text === 'string' && text.trim()) return text.trim();
  }
  return undefined;
}

/** Is one of an object's types this one, with or without its vocabulary's address? */
export function hasType(object: Json, type: string): boolean {
  return listOf(object['@type'] ?? object.type).some((each) => typeof each === 'string' && each.replace(/^.*[/#:]/, '') === type);
}
