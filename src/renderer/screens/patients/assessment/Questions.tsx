import { Segmented } from '../../../components/Segmented.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import styles from '../FormRows.module.css';
import {
  ANSWER_CHOICES,
  ASA_CHOICES,
  type Assessment,
  CONDITION_WORDS,
  PREGNANCY_CHOICES,
} from './assessmentWords.ts';
import { Section, type SectionOf } from './Section.tsx';

type Question = Assessment['questions'][number];
type Condition = Assessment['history'][number];

/** The library's questions and pregnancy. "Not asked" stops the order; a yes needs a prescriber's reason. */
export function Questions({ value, onChange }: SectionOf<Assessment>) {
  const change = (question: Question, part: Partial<Question>): void =>
    onChange({
      questions: value.questions.map((each) => (each.id === question.id ? { ...each, ...part } : each)),
    });
  return (
    <Section title="Contraindications">
      <p className={styles['muted']}>
        What is not asked stops the order. A yes needs a prescriber’s decision, with a reason.
      </p>
      {value.questions.map((question) => (
        <div key={question.id} className={styles['row']}>
          <Segmented
            label={question.text}
            choices={ANSWER_CHOICES}
            chosen={question.answer}
            onChoose={(id) => change(question, { answer: answerOf(id) })}
          />
          {question.answer === 'yes' && (
            <TextEntry
              label={`Decision and reason: ${question.text}`}
              value={question.decision}
              onType={(decision) => change(question, { decision })}
            />
          )}
        </div>
      ))}
      <div className={styles['row']}>
        <Segmented
          label="Pregnancy"
          choices={PREGNANCY_CHOICES}
          chosen={value.pregnancy}
          onChoose={(id) =>
            onChange({ pregnancy: PREGNANCY_CHOICES.find((choice) => choice.id === id)?.id ?? 'notAsked' })
          }
        />
        {value.pregnancy === 'yes' && (
          <TextEntry
            label="Decision and reason: Pregnancy"
            value={value.pregnancyDecision}
            onType={(pregnancyDecision) => onChange({ pregnancyDecision })}
          />
        )}
      </div>
    </Section>
  );
}

/** What there was and is. "Not asked" stays readable as such. */
export function History({ value, onChange }: SectionOf<Assessment>) {
  const change = (condition: Condition, part: Partial<Condition>): void =>
    onChange({
      history: value.history.map((each) =>
        each.condition === condition.condition ? { ...each, ...part } : each,
      ),
    });
  return (
    <Section title="History">
      {value.history.map((each) => {
        const name = CONDITION_WORDS[each.condition];
        return (
          <div key={each.condition} className={styles['row']}>
            <Segmented
              label={name}
              choices={ANSWER_CHOICES}
              chosen={each.answer}
              onChoose={(id) => change(each, { answer: answerOf(id) })}
            />
            {each.answer === 'yes' && (
              <TextEntry
                label={`${name}: since when, how treated`}
                value={each.note}
                optional
                onType={(note) => change(each, { note })}
              />
            )}
          </div>
        );
      })}
      <div className={styles['row']}>
        <SelectField
          label="ASA class"
          choices={ASA_CHOICES}
          chosen={value.asaClass === null ? '' : `${value.asaClass}`}
          onChoose={(id) => onChange({ asaClass: id === '' ? null : Number(id) })}
        />
      </div>
    </Section>
  );
}

function answerOf(id: string): Question['answer'] {
  return ANSWER_CHOICES.find((choice) => choice.id === id)?.id ?? 'notAsked';
}
