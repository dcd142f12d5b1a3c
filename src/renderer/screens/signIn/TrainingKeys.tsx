import type { AppView } from '../../../contract/views/app.ts';
import styles from './TrainingKeys.module.css';

type TrainingKeysProps = { readonly keys: NonNullable<AppView['trainingKeys']> };

/** The keys of the training clinic hang on its door: its people are invented and there is nothing to protect. */
export function TrainingKeys({ keys }: TrainingKeysProps) {
  return (
    <table className={styles['keys']}>
      <caption>Keys of the training clinic</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Here as</th>
          <th scope="col">Passphrase</th>
          <th scope="col">PIN, afterwards</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ user, name, does, passphrase, pin }) => (
          <tr key={user}>
            <th scope="row">{name}</th>
            <td>{does}</td>
            <td className="hy">{passphrase}</td>
            <td className={styles['pin']}>{pin}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
