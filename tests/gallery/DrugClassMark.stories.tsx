import { DRUG_CLASS_WORDS, DRUG_CLASSES } from '../../src/core/library/drugClass.ts';
import { DrugClassMark } from '../../src/renderer/components/DrugClassMark.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'every class',
    render: () => (
      <div className={styles['column']}>
        {DRUG_CLASSES.map((kind) => (
          <DrugClassMark key={kind} drugClass={{ kind, words: DRUG_CLASS_WORDS[kind] }} />
        ))}
      </div>
    ),
  },
];
