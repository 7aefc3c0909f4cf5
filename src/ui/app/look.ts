/** What a person chose for the look; absent means the system decides. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more' | 'normal';
}

const keys = { theme: 'mecum/look/theme', contrast: 'mecum/look/contrast' } as const;
const themes: readonly Look['theme'][] = ['system', 'light', 'dark'];
const contrasts: readonly Look['contrast'][] = ['system', 'more', 'normal'];

/** Reads the chosen look. Storage that refuses counts as "the system decides". */
export function readLook(): Look {
  return {
    theme: themes.find((theme) => theme === readSetting(keys.theme)) ?? 'system',
    contrast: contrasts.find((contrast) => contrast === readSetting(keys.contrast)) ?? 'system',
  };
}

/** Applies a look to the page and remembers it on this device. */
export function applyLook(look: Look): void {
  const { dataset } = document.documentElement;
  if (look.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = look.theme;
  if (look.contrast === 'system') delete dataset['contrast'];
  else dataset['contrast'] = look.contrast;
  writeSetting(keys.theme, look.theme);
  writeSetting(keys.contrast, look.contrast);
}

/** A setting of this browser: look, language and what was put aside, nothing about the person. */
export function readSetting(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing still shows the choice until it is closed.
  }
}
