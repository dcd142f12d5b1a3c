import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Tag.module.css';

export type TagProps = { readonly children: ReactNode; readonly icon?: IconName };

/** Solid and inverse, so that it leans on no state colour: allergies, EXAMPLE. */
export function Tag({ children, icon }: TagProps) {
  return (
    <strong className={styles['tag']}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </strong>
  );
}
