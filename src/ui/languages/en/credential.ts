/** One credential. ICU messages, ids begin with `credential.`. */
export const credential = {
  'credential.share': 'Share',
  'credential.opening': 'Opening your credential…',
  'credential.more': 'More',
  'credential.delete': 'Delete',
  'credential.delete.help': 'You can undo this for 10 seconds.',
  'credential.save': 'Save the original file',
  'credential.save.help': 'Exactly the bytes that you received.',
  'credential.older': 'Older copies',
  'credential.older.of': 'Kept since {date}',
  'credential.missing': 'We cannot find this credential',
  'credential.saved': 'The original file is saved.',
} as const;
