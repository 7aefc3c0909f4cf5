import { useLingui } from '@lingui/react';
import type { MessageId } from './en.ts';

export type TextValues = Readonly<Record<string, string | number | Date>>;

/** The sentence for an id in the chosen language. */
export type Text = (id: MessageId, values?: TextValues) => string;

export function useText(): Text {
  const { i18n } = useLingui();
  return (id, values) => i18n._(id, values as Record<string, unknown> | undefined);
}
