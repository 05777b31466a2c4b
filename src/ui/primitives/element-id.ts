/** An id for an element that others refer to: the same for as long as its component lives, and nobody else's. */
import { useState } from 'preact/hooks';

let given = 0;

/** Preact's own `useId` begins anew with every second drawing of a whole page, and two fields then have one id. */
export const useElementId = (): string => useState(() => `id-${++given}`)[0];
