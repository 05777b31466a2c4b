/** The form of an actor, outlet or event. Holds what is typed until it is saved. */
import { useState } from 'preact/hooks';
import { COUNTRY_CODE, DOMAIN, LANGUAGE_TAG, type SubjectKind } from '@/core/model/actor';
import type { OutletDraft, SubjectDraft } from '@/core/model/edit';
import { DateField, dateOf, dateProblem, Form, linesOf, type Problems, TextField } from './form-parts';

export const NO_SUBJECT: SubjectDraft = { name: '', names: [], surnames: [], description: '', date: '' };
export const NO_OUTLET: OutletDraft = { domains: [], languages: [], country: '', family: '', agency: false };

const unfit = (names: readonly string[]): string | undefined => {
  const short = names.find((name) => [...name].length < 2 || !/\p{L}/u.test(name));
  return short === undefined ? undefined : `“${short}” is too short to be a name: it would mark every other word.`;
};

/** The domain of what was typed or pasted: an address, a host, a domain with capitals. */
const domainOf = (text: string): string =>
  URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)?.hostname.replace(/^www\./, '') ?? text;

function outletProblems({ domains, languages, country }: OutletDraft): Problems {
  const [domain, language] = [domains.find((one) => !DOMAIN.test(one)), languages.find((one) => !LANGUAGE_TAG.test(one))];
  return {
    ...(domains.length === 0 && { domains: 'Name at least one domain.' }),
    ...(domain !== undefined && { domains: `“${domain}” is no domain.` }),
    ...(!COUNTRY_CODE.test(country) && { country: country ? `“${country}” is no country code.` : 'Name its country.' }),
    ...(languages.length === 0 && { languages: 'Name at least one language.' }),
    ...(language !== undefined && { languages: `“${language}” is no language code.` }),
  };
}

interface SubjectFormProps {
  readonly kind: SubjectKind;
  readonly draft: SubjectDraft;
  readonly save: string;
  onCancel(): void;
  onSave(draft: SubjectDraft): void;
}

export function SubjectForm({ kind, draft, save, onCancel, onSave }: SubjectFormProps) {
  const [now, setNow] = useState(draft);
  const [place, setPlace] = useState(draft.outlet ?? NO_OUTLET);
  const [problems, setProblems] = useState<Problems>({});
  const set = (change: Partial<SubjectDraft>) => setNow({ ...now, ...change });
  const submit = (): void => {
    const ready = { ...now, name: now.name.trim(), description: now.description.trim(), date: dateOf(now.date) };
    const outlet = {
      ...place,
      domains: place.domains.map(domainOf),
      country: place.country.trim().toUpperCase(),
      family: place.family.trim(),
    };
    const found = Object.entries({
      name: ready.name ? unfit([ready.name]) : 'Write a name.',
      names: unfit(ready.names),
      surnames: unfit(ready.surnames),
      date: dateProblem(now.date),
      ...(kind === 'outlet' ? outletProblems(outlet) : {}),
    }).filter(([, problem]) => problem !== undefined);
    setProblems(Object.fromEntries(found));
    if (found.length > 0) return;
    // Pages go on writing the name of before: it stays one of its names until it is taken out of the list.
    const kept = draft.name && draft.name !== ready.name && !ready.names.includes(draft.name) ? [draft.name] : [];
    onSave({ ...ready, names: [...ready.names, ...kept], ...(kind === 'outlet' ? { outlet } : {}) });
  };
  return (
    <Form save={save} problems={problems} onCancel={onCancel} onSubmit={submit}>
      <TextField first label="Name, as it is shown" value={now.name} problem={problems.name} onText={(name) => set({ name })} />
      <TextField
        label="Other ways in which pages write it"
        hint="One a line"
        rows={Math.min(8, now.names.length + 2)}
        value={draft.names.join('\n')}
        problem={problems.names}
        onText={(text) => set({ names: linesOf(text) })}
      />
      {kind === 'person' && (
        <TextField
          label="Family names"
          hint="One a line; they count once a page names the person in full"
          rows={2}
          value={draft.surnames.join('\n')}
          problem={problems.surnames}
          onText={(text) => set({ surnames: linesOf(text) })}
        />
      )}
      {kind === 'event' && (
        <DateField label="When, by your own account" value={now.date} problem={problems.date} onText={(date) => set({ date })} />
      )}
      {kind === 'outlet' && <Place place={place} problems={problems} onChange={(change) => setPlace({ ...place, ...change })} />}
      <TextField label="Description" rows={2} value={draft.description} onText={(description) => set({ description })} />
    </Form>
  );
}

interface PlaceProps {
  readonly place: OutletDraft;
  readonly problems: Problems;
  onChange(change: Partial<OutletDraft>): void;
}

/** Where an outlet publishes, and for whom. */
function Place({ place, problems, onChange }: PlaceProps) {
  return (
    <>
      <TextField
        label="Domains it publishes on"
        hint="One a line, such as example.com: what is read there is taken for its own"
        rows={Math.min(6, place.domains.length + 1)}
        value={place.domains.join('\n')}
        problem={problems.domains}
        onText={(text) => onChange({ domains: linesOf(text) })}
      />
      <div class="pair">
        <TextField
          label="Country"
          hint="Two letters: FR, US, UA"
          value={place.country}
          problem={problems.country}
          onText={(country) => onChange({ country })}
        />
        <TextField
          label="Languages"
          hint="Codes, with commas: en, pt-BR"
          value={place.languages.join(', ')}
          problem={problems.languages}
          onText={(text) => onChange({ languages: text.split(/[\s,]+/).filter(Boolean) })}
        />
      </div>
      <TextField
        label="Publisher"
        hint="Outlets of one publisher count as one voice"
        value={place.family}
        onText={(family) => onChange({ family })}
      />
      <label class="tick">
        <input type="checkbox" checked={place.agency} onChange={(event) => onChange({ agency: event.currentTarget.checked })} /> A news
        agency: others print its reports
      </label>
    </>
  );
}
