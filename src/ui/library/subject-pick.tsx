/** Choosing a tracked actor, event or outlet by a part of its name: a field with what was found under it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryKind, SubjectRow } from '@/core/model/library';
import { useElementId } from '../primitives/element-id';
import { Foreign } from '../primitives/text';
import { KIND_WORD } from '../primitives/words';

interface SubjectPickProps {
  readonly label: string;
  readonly kinds: readonly LibraryKind[];
  /** Not to be chosen. */
  readonly except?: string;
  readonly placeholder?: string;
  /** It has the focus when it comes. */
  readonly first?: boolean;
  /** Escape was pressed where nothing is offered. */
  onLeave?(): void;
  find(kinds: readonly LibraryKind[], text: string): Promise<readonly SubjectRow[]>;
  onPick(subject: SubjectRow): void;
}

export function SubjectPick({ label, kinds, except, placeholder = 'Type a name', first, onLeave, find, onPick }: SubjectPickProps) {
  const list = useElementId();
  const turn = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (first) input.current?.focus();
  }, []);
  const [found, setFound] = useState<readonly SubjectRow[] | null>(null);
  const [at, setAt] = useState(0);
  const [text, setText] = useState('');

  const look = (typed: string): void => {
    setText(typed);
    const mine = ++turn.current;
    if (!typed.trim()) {
      setFound(null);
      return;
    }
    void find(kinds, typed).then((rows) => {
      // A later letter has asked anew.
      if (mine !== turn.current) return;
      setFound(rows.filter(({ id }) => id !== except));
      setAt(0);
    });
  };
  const pick = (subject: SubjectRow | undefined): void => {
    if (!subject) return;
    turn.current++;
    setFound(null);
    setText('');
    onPick(subject);
  };

  return (
    <span class="pick">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found?.[at] ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        value={text}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!found) {
            if (event.key === 'Escape') onLeave?.();
            return;
          }
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') pick(found[at]);
          else if (event.key === 'Escape') setFound(null);
          else return;
          event.preventDefault();
        }}
        onBlur={() => setFound(null)}
      />
      <div id={list} role="listbox" aria-label={`Found for ${label}`} hidden={found === null}>
        {found?.map((subject, i) => (
          <div
            key={subject.id}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            // Before the field loses the focus, which keeps it: its keys choose.
            onMouseDown={(event) => {
              event.preventDefault();
              pick(subject);
            }}
          >
            <Foreign>{subject.name}</Foreign>{' '}
            <small>
              {KIND_WORD[subject.kind]}
              {subject.about && (
                <>
                  {' · '}
                  <Foreign>{subject.about}</Foreign>
                </>
              )}
            </small>
          </div>
        ))}
        {found?.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected={false} aria-disabled={true}>
            Nobody found
          </div>
        )}
      </div>
    </span>
  );
}
