import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { CheckRow } from '../../src/renderer/components/CheckRow.tsx';
import { EffectButton, type EffectScale } from '../../src/renderer/components/EffectButton.tsx';
import { Scale } from '../../src/renderer/components/Scale.tsx';
import { Segmented } from '../../src/renderer/components/Segmented.tsx';
import { SelectField } from '../../src/renderer/components/SelectField.tsx';
import { renderStyled } from './rendered.tsx';

afterEach(cleanup);

type Severity = number | null;

function Effect({
  scale,
  onSeverity,
}: {
  readonly scale: EffectScale;
  readonly onSeverity: (s: Severity) => void;
}) {
  const [severity, setSeverity] = useState<Severity>(null);
  return (
    <EffectButton
      label="Nausea"
      scale={scale}
      severity={severity}
      onSeverity={(chosen) => {
        setSeverity(chosen);
        onSeverity(chosen);
      }}
    />
  );
}

async function showEffect(scale: EffectScale) {
  const onSeverity = vi.fn<(severity: Severity) => void>();
  await renderStyled(<Effect scale={scale} onSeverity={onSeverity} />);
  const button = page.getByRole('button', { name: /^Nausea/ });
  return { button, chosen: () => onSeverity.mock.calls.map(([severity]) => severity) };
}

describe('an effect', () => {
  it('is mild, moderate, severe and then nothing again, one tap each', async () => {
    const { button, chosen } = await showEffect('graded');
    await expect.element(button).toHaveAccessibleName('Nausea not recorded');
    for (const word of ['mild', 'moderate', 'severe']) {
      await button.click();
      await expect.element(button).toHaveAccessibleName(`Nausea ${word}`);
    }
    await button.click();
    expect(chosen()).toEqual([1, 2, 3, null]);
  });

  it('dissociation counts to 4 and has a zero of its own', async () => {
    const { button, chosen } = await showEffect('dissociation');
    for (let tap = 0; tap < 6; tap += 1) await button.click();
    expect(chosen()).toEqual([1, 2, 3, 4, 0, null]);
  });

  it('"none" is seen or not', async () => {
    const { button, chosen } = await showEffect('none');
    await button.click();
    await button.click();
    expect(chosen()).toEqual([0, null]);
  });

  it('is set by a digit when it has the focus, and by no digit outside its scale', async () => {
    const { chosen } = await showEffect('graded');
    await userEvent.keyboard('{Tab}3');
    await userEvent.keyboard('4');
    await userEvent.keyboard('0');
    expect(chosen()).toEqual([3]);
  });
});

function PainScale({ onChoose }: { readonly onChoose: (pain: number | null) => void }) {
  const [pain, setPain] = useState<number | null>(null);
  return (
    <Scale
      label="Pain"
      chosen={pain}
      onChoose={(chosen) => {
        setPain(chosen);
        onChoose(chosen);
      }}
    />
  );
}

describe('a scale of 0 to 10', () => {
  it('has nothing chosen beforehand, takes a number, and takes it back when pressed again', async () => {
    const onChoose = vi.fn<(pain: number | null) => void>();
    await renderStyled(<PainScale onChoose={onChoose} />);
    const zero = page.getByRole('radio', { name: '0', exact: true });
    for (const radio of page.getByRole('radio').elements()) {
      expect(radio.getAttribute('aria-checked')).toBe('false');
    }
    await zero.click();
    await expect.element(zero).toHaveAttribute('aria-checked', 'true');
    await zero.click();
    await expect.element(zero).toHaveAttribute('aria-checked', 'false');
    expect(onChoose.mock.calls).toEqual([[0], [null]]);
  });

  it('works by keyboard alone', async () => {
    const onChoose = vi.fn<(pain: number | null) => void>();
    await renderStyled(<PainScale onChoose={onChoose} />);
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight} ');
    expect(onChoose).toHaveBeenLastCalledWith(2);
  });
});

const MIXING = [
  { id: 'madeUpTo', label: 'made up to 50 mL' },
  { id: 'addedTo', label: 'added to 50 mL' },
];

describe('choices that must be made', () => {
  it('neither way of mixing is chosen beforehand', async () => {
    const onChoose = vi.fn<(id: string) => void>();
    await renderStyled(<Segmented label="Mixing" choices={MIXING} chosen={null} onChoose={onChoose} />);
    for (const radio of page.getByRole('radio').elements()) expect(radio).not.toBeChecked();
    await page.getByText('added to 50 mL').click();
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('addedTo');
  });

  it('a list has nothing chosen beforehand and is chosen from by keyboard', async () => {
    const onChoose = vi.fn<(id: string) => void>();
    await renderStyled(<SelectField label="Mixing" choices={MIXING} chosen={null} onChoose={onChoose} />);
    await expect.element(page.getByRole('button', { name: /Mixing/ })).toHaveTextContent('Choose');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledTimes(1);
  });

  it('a tick says yes, and yes again says no', async () => {
    const onChange = vi.fn<(met: boolean) => void>();
    const { rerender } = await renderStyled(<CheckRow label="Drank" state="unmet" onChange={onChange} />);
    await page.getByText('Drank').click();
    await rerender(<CheckRow label="Drank" state="met" onChange={onChange} />);
    await page.getByText('Drank').click();
    expect(onChange.mock.calls).toEqual([[true], [false]]);
  });

  it('what the program works out cannot be ticked', async () => {
    await renderStyled(<CheckRow label="Minimum observation" state="waiting" value="22 of 30 min" />);
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
    await expect.element(page.getByText('not met yet')).toBeInTheDocument();
  });
});
