/**
 * A file that is let go beside a place for it would open in this tab, and the app with all that waits in it would be
 * gone. Files are refused wherever no screen takes them; text that is dropped into a field is left alone.
 */
export function refuseDrops(view: Pick<Window, 'addEventListener'>): void {
  const refuse = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || dataTransfer === null || !dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  view.addEventListener('dragover', refuse);
  view.addEventListener('drop', refuse);
}
