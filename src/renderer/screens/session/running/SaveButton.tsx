import { Button, type ButtonProps } from '../../../components/Button.tsx';

type SaveButtonProps = Omit<ButtonProps, 'variant' | 'size' | 'onPress'> & {
  readonly onSave: () => void | Promise<void>;
};

/** The one action a step or a sheet ends in. It says for which chair and patient. */
export function SaveButton({ onSave, ...props }: SaveButtonProps) {
  return <Button {...props} variant="primary" size="act" onPress={() => void onSave()} />;
}
