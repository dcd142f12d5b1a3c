type Preventable = { preventDefault: () => void };

/**
 * Closes the clipboard and dragging for a blind field: what is typed there comes from the source in the person's
 * hand and from nowhere else. Source: UX 3.8.
 */
export function noClipboard(onBlocked: () => void) {
  const refuse = (event: Preventable) => {
    event.preventDefault();
    onBlocked();
  };
  return {
    onPaste: refuse,
    onCopy: refuse,
    onCut: refuse,
    onDrop: refuse,
    onDragOver: refuse,
    onDragStart: refuse,
  };
}
