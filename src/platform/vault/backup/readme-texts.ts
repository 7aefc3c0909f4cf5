/** What a person reads who opens a backup or the originals in twenty years, with or without this app. */
export const backupReadme = `This is a backup of a Mecum wallet: learning credentials that belong to one person.

You have opened it already: the file around it was encrypted with age (https://age-encryption.org/v1), and any
program that reads age files opens it. The key is printed on the recovery sheet ("AGE-SECRET-KEY-1..."), or it is the
words that were chosen for this file.

credentials/   Every credential exactly as it was received, byte for byte. The name of each file is the SHA-256 of
               its bytes in hexadecimal. They are signed by those who issued them and are valid without this app:
               any program that reads W3C Verifiable Credentials can read and check them.
               .json is JSON text, .jwt is a JSON Web Token (RFC 7519), .bin is anything else.
answers/       What websites answered when the wallet asked them about a credential: keys, lists of cancelled ones.
lists/         Lists of trusted organisations that the person added. Both are named like the files in credentials/.
evidences/     Files that the person added to what she wrote herself. Nobody signed them.
records.json   What the wallet knew besides: for each credential its title and where it came from ("file" names the
               file in credentials/), which address an answer is from and when, issuers the person knows, what was
               shared with whom (names of fields, no values). "origin": "owner" marks what the person wrote herself, and
               no organisation confirmed: collections, notes on credentials, prior learning.
keys.json      The holder's private keys. "bytes" is a PKCS#8 private key (RFC 5958) in base64url; "did" is the
               identifier under which issuers know its owner. KEEP THIS SECRET.
manifest.json  When this was made, how many records of each kind there are, and size and SHA-256 of every file here.
padding        Zeros. They hide how much there is from those who see only the size of the encrypted file.

Times are milliseconds since 1970-01-01 UTC where they are numbers. Results of checks are not kept here on purpose:
check a credential again when you need to rely on it.
`;

export const originalsReadme = `These are learning credentials, exactly as they were received, byte for byte.

They are signed by those who issued them, so they are valid without the app that saved them. Any program that reads W3C
Verifiable Credentials can read and check them. The long name of each file is the SHA-256 of its bytes in hexadecimal.
.json is JSON text, .jwt is a JSON Web Token (RFC 7519), .bin is anything else.

THIS FILE IS NOT LOCKED. Anyone who has it can read it.
`;
