import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Working.module.css';
import { type WorkingLine, workingWord } from './workingWords.ts';

export type WorkingProps = {
  readonly lines: readonly WorkingLine[];
  /** What the second engine says of it. */
  readonly verdict: 'agrees' | 'disagrees' | 'none';
  /** Why there is no sum. */
  readonly empty?: string;
  /** Beside a form that must stay in sight: the lines stand closer. */
  readonly dense?: boolean;
};

const VERDICT = {
  agrees: 'Two separate calculations agree exactly',
  disagrees: 'Two separate calculations do not agree. No number is shown',
} as const;

/** The sum with its numbers put in, the same words as on paper. */
export function Working({ lines, verdict, empty = 'Not worked out yet', dense = false }: WorkingProps) {
  return (
    <section className={classes(styles['working'], dense && styles['dense'])}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Working</h2>
        {verdict !== 'none' && (
          <span className={classes(styles['verdict'], styles[verdict])}>
            <Icon name={verdict === 'agrees' ? 'check' : 'octagon'} size={16} />
            {VERDICT[verdict]}
          </span>
        )}
      </div>
      {lines.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <table className={styles['sum']}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Calculation</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ step, calculation, result }) => (
              <tr key={`${step} ${calculation}`}>
                <td className={styles['step']}>{workingWord(step)}</td>
                <td>{calculation}</td>
                <td className={styles['result']}>{`=\u00a0${result}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
