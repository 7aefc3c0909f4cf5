/** The frame: places, header line, errors of the whole app. ICU messages, ids begin with `frame.`. */
export const frame = {
  'frame.credentials': 'Credentials',
  'frame.add': 'Add',
  'frame.check': 'Check',
  'frame.settings': 'Settings',
} as const;
