/**
 * Other outlets' coverage, grouped by event, each group with the dates of its items on one axis; then what no event ties to the page:
 * one claim in several outlets, and articles that are only like it.
 */
import type { ComponentChildren } from 'preact';
import type { Edtf } from '@/core/model/edtf';
import type { CoverageGroup, CoverageItem, RelatedView } from '@/core/model/view';
import { EventDates } from '../card/subject-facts';
import { oldBeside } from '../primitives/age';
import { ViaLine } from '../primitives/claims';
import { DateText } from '../primitives/dates';
import { NewSince } from '../primitives/news';
import { Origins } from '../primitives/origins';
import { OriginLine, SharedOrigin, sharedOrigin } from '../primitives/provenance';
import { Foreign, OutLink } from '../primitives/text';
import { count } from '../primitives/words';
import { type AxisMark, dateAxis } from './date-axis';

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;

function Mark({ mark }: { readonly mark: AxisMark }) {
  if (mark.from === mark.to) return <circle cx={percent(mark.from)} cy="6" r="4.5" />;
  return (
    <rect x={percent(mark.from)} y="2.5" width={percent(mark.to - mark.from)} height="7" rx="3.5" class={mark.soft ? 'soft' : 'stretch'} />
  );
}

/** Repeats the dates of the list below it, so it is hidden from screen readers. */
function Axis({ items }: { readonly items: readonly CoverageItem[] }) {
  const axis = dateAxis(items.flatMap((item) => item.leading?.value ?? []));
  if (!axis) return null;
  return (
    <div class="axis">
      <svg height="12" aria-hidden="true">
        <line x1="0" x2="100%" y1="6" y2="6" />
        {axis.marks.map((mark) => (
          <Mark key={`${mark.from} ${mark.to} ${mark.soft}`} mark={mark} />
        ))}
      </svg>
      {axis.ends.map((end) => (
        <span key={`${end.edtf} ${end.qualifier}`} aria-hidden="true">
          <DateText {...end} />
        </span>
      ))}
    </div>
  );
}

function Item({ item, withOrigin, article }: { readonly item: CoverageItem; readonly withOrigin: boolean; readonly article: Edtf | null }) {
  return (
    <li>
      <p class="item-head">
        <b>
          <OutLink href={item.link}>
            <Foreign>{item.outlet.name}</Foreign>
          </OutLink>
        </b>
        <span class="item-date">
          <DateText {...item.leading?.value} />
          {item.leading && <small> {item.leading.clock}</small>}
        </span>
      </p>
      <ViaLine via={item.via} />
      <p class="item-text">
        <Foreign>{item.text}</Foreign>
      </p>
      <OriginLine of={item} withOrigin={withOrigin} note={oldBeside(item.leading, article)} />
    </li>
  );
}

/** `withOrigin` is false where what stands behind all accounts is said above all groups. */
interface GroupProps {
  readonly group: CoverageGroup;
  readonly withOrigin: boolean;
  readonly article: Edtf | null;
  readonly onDiffers: () => void;
}

function Group(props: GroupProps) {
  const { group, withOrigin, article } = props;
  const differences = group.differs?.length ?? 0;
  const shared = withOrigin ? sharedOrigin(group.items) : null;
  return (
    <section class="group">
      <h2>
        <Foreign>{group.event.name}</Foreign>
      </h2>
      <EventDates dates={group.dates} />
      <p class="group-sub">
        {count(new Set(group.items.map((item) => item.outlet.name)).size, 'other outlet')}
        {group.place && (
          <>
            {' · '}
            <Foreign>{group.place.name}</Foreign>
          </>
        )}
      </p>
      {group.news && (
        <p class="group-sub">
          <NewSince news={group.news} />
        </p>
      )}
      {group.origins && <Origins report={group.origins} here={group.here} />}
      {differences > 0 && (
        <button type="button" class="quiet" onClick={() => props.onDiffers()}>
          {count(differences, 'difference')} between accounts
        </button>
      )}
      <Axis items={group.items} />
      {shared && <SharedOrigin of={shared} />}
      <ul class="items">
        {group.items.map((item) => (
          <Item
            key={`${item.outlet.name} ${item.leading?.value.edtf ?? ''} ${item.text}`}
            item={item}
            withOrigin={withOrigin && !shared}
            article={article}
          />
        ))}
      </ul>
    </section>
  );
}

interface ApartProps {
  readonly kind: string;
  readonly title: ComponentChildren;
  readonly note?: string;
  readonly items: readonly CoverageItem[];
  readonly origins: CoverageGroup['origins'];
  readonly article: Edtf | null;
}

/** A group of no tracked event. */
function Apart({ kind, title, note, items, origins, article }: ApartProps) {
  return (
    <section class="group">
      <p class="apart">{kind}</p>
      <h2>{title}</h2>
      {note && <p class="note">{note}</p>}
      {origins && <Origins report={origins} />}
      <Axis items={items} />
      <ul class="items">
        {items.map((item) => (
          <Item
            key={`${item.outlet.name} ${item.leading?.value.edtf ?? ''} ${item.text}`}
            item={item}
            withOrigin={false}
            article={article}
          />
        ))}
      </ul>
    </section>
  );
}

export function Related({ of: { claims, alike, origins }, article }: { readonly of: RelatedView; readonly article: Edtf | null }) {
  return (
    <>
      {claims.map((claim) => (
        <Apart
          key={claim.text}
          kind="The same claim"
          title={<Foreign>{claim.text}</Foreign>}
          items={claim.items}
          origins={claim.origins}
          article={article}
        />
      ))}
      {alike.length > 0 && (
        <Apart
          kind="Alike in words and names"
          title="Perhaps the same story"
          note="No event that you track ties these to this page: they may report something else."
          items={alike}
          origins={origins}
          article={article}
        />
      )}
    </>
  );
}

interface CoverageProps {
  readonly groups: readonly CoverageGroup[];
  readonly article: Edtf | null;
  readonly onDiffers: () => void;
}

/** `article`: the day of the article in hand; `onDiffers` leads to what differs between the accounts. */
export function Coverage({ groups, article, onDiffers }: CoverageProps) {
  const shared = sharedOrigin(groups.flatMap(({ items }) => items));
  return (
    <>
      {shared && (
        <div class="list">
          <SharedOrigin of={shared} />
        </div>
      )}
      {groups.map((group) => (
        <Group key={group.event.id} group={group} withOrigin={!shared} article={article} onDiffers={onDiffers} />
      ))}
    </>
  );
}
