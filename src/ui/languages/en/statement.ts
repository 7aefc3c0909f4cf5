/** The recognition statement: the document and the screen around it. ICU messages, ids begin with `statement.`. */
export const statement = {
  'statement.title': 'Recognition statement',
  'statement.prepared': 'Prepared by the holder’s wallet from the issuer’s signed data. Not a recognition decision.',
} as const;
