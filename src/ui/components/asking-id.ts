/** Id of the heading "Check online", for the way to it. */
export const askingId = 'check-online';
