import { useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

type ChooseFileProps = Pick<ButtonProps, 'size' | 'variant' | 'missing'> & {
  /** What the button says. */
  readonly children: string;
  /** What is chosen, for whoever hears the page. */
  readonly label: string;
  /** Endings and kinds that the system's choice offers, as the browser takes them. */
  readonly accept: string;
  readonly onChoose: (chosen: File) => void;
  /** Asked first: true where somebody else has asked, and the page has nothing to ask. */
  readonly isAskedElsewhere?: () => Promise<boolean>;
};

/** The button opens the system's own choice of a file; the same file can be chosen again after it was mended. */
export function ChooseFile({
  children,
  label,
  accept,
  onChoose,
  isAskedElsewhere,
  ...button
}: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(0);
  const ask = async (): Promise<void> => {
    if (!(await isAskedElsewhere?.())) input.current?.click();
  };
  return (
    <>
      <input
        key={asked}
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          setAsked(asked + 1);
          if (chosen) onChoose(chosen);
        }}
      />
      <Button {...button} onPress={() => void ask()}>
        {children}
      </Button>
    </>
  );
}
