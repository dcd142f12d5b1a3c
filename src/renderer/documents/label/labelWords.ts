import type { LabelData } from '../../../contract/views/labels.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { patientName } from '../../components/patientName.ts';
import { formatCalendarDate, formatDateTime, formatDayMonthTime } from '../../components/time.ts';
import { printable } from '../printable.ts';

/** What a label says, each text as it stands on one of them. */
export type LabelWords = {
  readonly drug: string;
  /** `50 mg in 50 mL`; undiluted, what one device holds: `0.7 mL`. */
  readonly mixed: string;
  /** Between that and the box: `=`, `of`. */
  readonly sign: string;
  /** `1 mg per mL`, in the box. */
  readonly strength: string;
  readonly diluent: string;
  /** The same as a line of its own: `in sodium chloride 0.9 %`, `undiluted, 3 sprays of 10 mg`. */
  readonly diluentLine: string;
  readonly name: string;
  /** Family name and initial, for the smallest label. */
  readonly shortName: string;
  readonly born: string;
  readonly record: string;
  readonly recordNumber: string;
  readonly chair: string;
  /** `IV INFUSION ONLY` */
  readonly route: string;
  readonly prepared: string;
  /** `14-Nov-2025 09:40 R. Lim / J. Osei` */
  readonly shortPrepared: string;
  readonly useBy: string;
  readonly shortUseBy: string;
  /** `REPRINT 2, torn`; empty on the first label. */
  readonly reprint: string;
  /** TRAINING, and the notice of the library; empty where there is neither. */
  readonly notice: string;
};

/** The texts of a label. `reason` is why it is printed again. Source: UX 4, D2. */
export function labelWords(data: LabelData, reason: string): LabelWords {
  const { patient, zone } = data;
  return printable({
    drug: data.drugName,
    ...contents(data),
    strength: formatQuantityText(data.concentration),
    name: patientName(patient),
    shortName: `${patient.familyName.toUpperCase()}, ${[...patient.givenName][0] ?? ''}`,
    born: together(`Born ${formatCalendarDate(patient.born)}`),
    record: together(`Record ${patient.recordNumber}`),
    recordNumber: patient.recordNumber,
    chair: together(`Chair ${data.chair}`),
    route: `${data.route.toUpperCase()} ONLY`,
    prepared: [
      together(`Prepared ${formatDateTime(data.preparedAt, zone)}`),
      together(data.preparedBy),
      '/',
      together(`checked ${data.checkedBy}`),
    ].join(' '),
    shortPrepared: [
      together(formatDateTime(data.preparedAt, zone)),
      together(data.preparedBy),
      '/',
      together(data.checkedBy),
    ].join(' '),
    useBy: `Use by ${formatDateTime(data.useBy, zone)}`,
    shortUseBy: `use by ${formatDayMonthTime(data.useBy, zone)}`,
    reprint: data.printing === 1 ? '' : `REPRINT ${data.printing}${reason === '' ? '' : `, ${reason}`}`,
    notice: [data.training ? 'TRAINING' : '', data.libraryNotice].filter((text) => text !== '').join(' · '),
  });
}

function contents({
  amount,
  volume,
  diluent: text,
  doses,
}: LabelData): Pick<LabelWords, 'mixed' | 'sign' | 'diluent' | 'diluentLine'> {
  if (doses) {
    const { of, count, each } = doses;
    const given = together(`${count} ${of}${count === 1 ? '' : 's'} of ${formatQuantityText(each)}`);
    const undiluted = `undiluted, ${given}`;
    return { mixed: formatQuantityText(volume), sign: 'of', diluent: undiluted, diluentLine: undiluted };
  }
  const diluent = text.replace(/ %$/, `${NO_BREAK_SPACE}%`);
  const mixed = `${formatQuantityText(amount)} in ${formatQuantityText(volume)}`;
  return { mixed, sign: '=', diluent, diluentLine: `in ${diluent}` };
}

/** Kept on one line where it fits on one. */
function together(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}
