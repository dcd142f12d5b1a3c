import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { type QuantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { basisText } from '../../components/dosingWeightWords.ts';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { breachText } from '../../errorTexts/breachText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { CountedSumPane } from './CountedSumPane.tsx';
import { PlanBanner } from './PlanBanner.tsx';
import { LibraryNote } from './PlanHead.tsx';
import styles from './PlanLayout.module.css';
import { PlanSumPane } from './PlanSumPane.tsx';
import { mixingLabel, productLabel, type Sum, weighedText } from './planWords.ts';

type PlanReaderProps = { readonly view: PlanScreenView; readonly session: string };

/** A plan nobody writes in any more, or not with this role: the order as it stands, and the sum as it was signed. */
export function PlanReader({ view, session }: PlanReaderProps) {
  const { zone } = useApp().clock;
  return (
    <Screen
      banner={<PlanBanner view={view} chair={view.draft?.chair ?? null} />}
      head={
        <ScreenHead
          title="Plan"
          note={
            view.signed
              ? 'Signed. Nothing can be changed here.'
              : 'Not authorised. Only a prescriber can write in it.'
          }
          end={<LibraryNote library={view.library} zone={zone} />}
        />
      }
      actions={<ReaderActions view={view} session={session} />}
    >
      <div className={styles['columns']}>
        <OrderFacts view={view} />
        <SignedSum view={view} />
      </div>
    </Screen>
  );
}

function ReaderActions({ view, session }: PlanReaderProps) {
  const { go } = usePlace();
  return (
    <ActionBar
      groups={[
        <Button key="back" size="act" onPress={() => go({ at: 'session', session })}>
          Back to the session
        </Button>,
      ]}
      end={
        view.signed &&
        view.state !== 'CANCELLED' && (
          <Button size="act" icon="print" onPress={() => go({ at: 'orderSheet', session })}>
            Order sheet
          </Button>
        )
      }
    />
  );
}

function SignedSum({ view }: Pick<PlanReaderProps, 'view'>) {
  const { signed, signedCounted } = view;
  if (view.draft?.counted) return <SignedCounted view={view} signed={signedCounted} />;
  const choice = view.choices.find(({ protocol }) => protocol.id === view.draft?.protocol);
  return (
    <PlanSumPane
      sum={signed?.sum ?? null}
      protocol={choice?.protocol}
      {...(choice && { amount: choice.shape.amount })}
      working={{
        lines: signed?.working ?? [],
        verdict: signed ? 'agrees' : 'none',
        empty: 'Worked out when the prescriber authorises it.',
      }}
      lastSession={view.lastSession}
      waiting={false}
    >
      {signed?.breaches.map((breach) => (
        <p key={`${breach.side} ${breach.value}`}>{breachText(breach)}</p>
      ))}
    </PlanSumPane>
  );
}

function SignedCounted({
  view,
  signed,
}: Pick<PlanReaderProps, 'view'> & { readonly signed: PlanScreenView['signedCounted'] }) {
  return (
    <CountedSumPane
      sum={signed?.sum ?? null}
      working={{
        lines: signed?.working ?? [],
        verdict: signed ? 'agrees' : 'none',
        empty: 'Worked out when the prescriber authorises it.',
      }}
      lastSession={view.lastSession}
      waiting={false}
    >
      {signed?.breaches.map((breach) => (
        <p key={`${breach.side} ${breach.value}`}>{breachText(breach)}</p>
      ))}
    </CountedSumPane>
  );
}

function OrderFacts({ view }: { readonly view: PlanScreenView }) {
  return (
    <dl className={styles['facts']}>
      {useOrderFacts(view).map(([name, fact]) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

const NOT_ENTERED = 'Not entered';

function countedFacts(
  view: PlanScreenView,
  { doses, gap }: NonNullable<NonNullable<PlanScreenView['draft']>['counted']>,
  clock: { readonly now: number; readonly zone: string },
): readonly (readonly [name: string, fact: string])[] {
  const { draft, signedCounted } = view;
  const choice = view.countedChoices.find(({ protocol }) => protocol.id === draft?.protocol);
  const product = choice?.products.find(({ id }) => id === draft?.product);
  const weighing = signedCounted?.weighing;
  const each = choice ? ` of ${formatQuantityText(choice.protocol.perDose)}` : '';
  return [
    ['Protocol', choice?.protocol.title ?? NOT_ENTERED],
    ['Number of doses', doses === null ? NOT_ENTERED : `${doses}${each}`],
    ['Gap', gap === null ? NOT_ENTERED : formatQuantityText(gap)],
    ...(weighing
      ? [
          [
            'Weight',
            `${formatQuantityText(weighing.weight)}, ${weighedText(weighing, clock.now, clock.zone)}`,
          ] as const,
        ]
      : []),
    ['Vial', product ? productLabel(product) : NOT_ENTERED],
    ['Given with', choice ? `${choice.protocol.device.name}, undiluted` : NOT_ENTERED],
  ];
}

function dosingWeightFact(dosing: NonNullable<Sum['dosingWeight']>): string {
  return `${formatQuantityText(dosing.weight)}, ${basisText(dosing)}`;
}

type Fact = readonly [name: string, fact: string];
type Draft = NonNullable<PlanScreenView['draft']>;

/** Declined is said; left out is a protocol without one, or nothing chosen yet. */
function loadingFacts(loading: Draft['loading']): readonly Fact[] {
  if (loading === undefined) return [];
  if (loading === 'declined') return [['Loading dose', 'none']];
  const dose = loading.dose ? formatQuantityText(loading.dose) : NOT_ENTERED;
  const over = loading.duration ? formatMinutes(readQuantity(loading.duration, 'min')) : NOT_ENTERED;
  return [['Loading dose', `${dose} over ${over}`]];
}

function stepFact(step: number, rate: QuantityText | null, duration: QuantityText<'min'> | null): Fact {
  const over = duration ? formatMinutes(readQuantity(duration, 'min')) : NOT_ENTERED;
  return [`Step ${step}`, `${rate ? formatQuantityText(rate) : NOT_ENTERED} over ${over}`];
}

function useOrderFacts(view: PlanScreenView): readonly (readonly [name: string, fact: string])[] {
  const { clock } = useApp();
  const { draft, signed } = view;
  if (draft?.counted) return countedFacts(view, draft.counted, clock);
  const choice = view.choices.find(({ protocol }) => protocol.id === draft?.protocol);
  const product = choice?.products.find(({ id }) => id === draft?.product);
  const volume = draft?.volume ? formatQuantityText(draft.volume) : NOT_ENTERED;
  const amount = draft?.amount ? formatQuantityText(draft.amount) : NOT_ENTERED;
  const mixing = draft?.mixing ? mixingLabel(draft.mixing, volume) : `in ${volume}`;
  const weighing = signed?.weighing;
  return [
    ['Protocol', choice?.protocol.title ?? NOT_ENTERED],
    ...loadingFacts(draft?.loading),
    ['Dose', draft?.dose ? formatQuantityText(draft.dose) : NOT_ENTERED],
    ['Over', draft?.duration ? formatMinutes(readQuantity(draft.duration, 'min')) : NOT_ENTERED],
    ...(draft?.laterSteps ?? []).map(({ rate, duration }, place) => stepFact(place + 2, rate, duration)),
    ...(weighing
      ? [
          [
            'Weight',
            `${formatQuantityText(weighing.weight)}, ${weighedText(weighing, clock.now, clock.zone)}`,
          ] as const,
        ]
      : []),
    ...(signed?.sum.dosingWeight
      ? [['Doses count on', dosingWeightFact(signed.sum.dosingWeight)] as const]
      : []),
    ['Vial', product ? productLabel(product, choice?.shape.amount) : NOT_ENTERED],
    ['Prepare', `${amount} ${mixing}${choice ? `, ${choice.protocol.diluent}` : ''}`],
  ];
}
