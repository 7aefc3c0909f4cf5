/** Add: scan, file, paste. ICU messages, ids begin with `add.`. */
export const add = {
  'add.title': 'Add a credential',
  'add.scan': 'Scan a code',
  'add.scan.help': 'For a code on paper or on another screen. Moving codes work too.',
  'add.file.title': 'From a file',
  'add.file': 'Choose file',
  'add.file.drop': 'Or drop it here. A picture of a code or a backup works too.',
  'add.text.title': 'From text or a link',
  'add.text.hint': 'Paste what you were sent. We look at it on this device only.',
  'add.text.read': 'Read this text',
  'add.text.empty': 'Paste a text or a link first.',
  'add.reading': 'Reading…',
  'add.checking': 'Checking the signature…',
  'add.backup': 'This is a backup file. You can restore it.',
  'add.backup.restore': 'Restore this backup',
  'add.foreign': 'It reads:',
} as const;
