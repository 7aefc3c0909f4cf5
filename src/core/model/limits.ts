/** Caps on hostile input. Every one names its unit. Memory is not promised, input size is. */
export const maxCredentialBytes = 8 * 1024 * 1024;
export const maxStringBytes = 6 * 1024 * 1024;
export const maxNodesPerCredential = 20_000;
export const maxDepth = 64;
export const maxFileBytes = 50 * 1024 * 1024;
export const maxCredentialsPerFile = 1_000;
/** A presentation may hold credentials that hold credentials: no deeper than this. */
export const maxContainerDepth = 3;
/** What all archives and documents in one file unpack to together, and what one entry may be times its packed size. */
export const maxUnpackedBytes = 100 * 1024 * 1024;
export const maxArchiveRatio = 200;
/** An image over either of these is kept, never drawn. */
export const maxDrawnImageBytes = 1024 * 1024;
export const maxDrawnImagePixels = 16_000_000;
export const readTimeoutMs = 3_000;
export const proofTimeoutMs = 10_000;
/** Blank-node work factor of RDF canonicalization (1: no poisoned graphs). */
export const maxCanonicalizationWorkFactor = 1;
/** Of one document that is canonicalized as a graph (a share carries its credentials): nodes, named contexts, comparisons of values. */
export const maxCanonicalizedNodes = 60_000;
export const maxContextEntries = 3_000;
export const maxValueComparisons = 9_000_000;
export const maxReceiverCharacters = 200;
export const maxChallengeCharacters = 256;
/** Animated codes: parts in a set, bytes in, bytes after inflating. */
export const maxCodeParts = 256;
export const maxCodeBytes = 64 * 1024;
export const maxInflatedBytes = 2 * 1024 * 1024;
/** Base64url characters of a share link that we agree to read. */
export const maxLinkCharacters = 2_000_000;
/** What a status list unpacks to: 2^26 entries of one bit. */
export const maxStatusListBytes = 8 * 1024 * 1024;
/** Bitstring Status List 3.3: a list of fewer entries would tell who is meant. */
export const minStatusListEntries = 131_072;
/** However long or short a list says it may be kept: an answer is from now for this long at least, and at most. */
export const minListLifetimeMs = 60 * 60 * 1_000;
export const maxListLifetimeMs = 7 * 24 * 60 * 60 * 1_000;
/** A DID document, or another document that tells whose a key is. */
export const maxControllerDocumentBytes = 256 * 1024;
/** More proofs than this on one document are not judged: each costs a canonicalization. */
export const maxProofsJudged = 8;
/** More status entries than this on one credential are not judged: each may stand in a list of millions. */
export const maxStatusEntriesJudged = 16;
/** RFC 9901: disclosures in disclosures in disclosures. */
export const maxDisclosureDepth = 16;
/** A Key Binding JWT that answers a question is from now, give or take this. */
export const maxKeyBindingAgeMs = 60 * 1_000;
/** Characters of base64url that 128 bits take: a shorter salt can be guessed. */
export const minSaltCharacters = 22;
/** Clocks differ: a proof made this little in the future is from now. */
export const maxClockSkewMs = 5 * 60 * 1_000;
/** Characters that are shown of one text, and of one claim that no vocabulary understood; the original keeps all. */
export const maxTextCharacters = 20_000;
export const maxClaimCharacters = 4_000;
/** Characters of the way to one claim, name by name: every claim below carries it. */
export const maxPathCharacters = 4_000;

/** Characters (Unicode code points, gaps at both ends not counted) of a passphrase that locks a vault or a backup. */
export const minPassphraseCharacters = 12;

/** What the learner writes herself, in characters (Unicode code points), and how much of it. */
export const maxOwnTitleCharacters = 200;
export const maxOwnTextCharacters = 4_000;
export const maxCollections = 200;
export const maxCollectionItems = 500;
export const maxNotes = 2_000;
export const maxPriorLearning = 500;
/** Files beside one description of prior learning, bytes of each, and bytes of all in the vault: they travel in every backup. */
export const maxEvidenceFiles = 10;
export const maxEvidenceBytes = 5 * 1024 * 1024;
export const maxAllEvidenceBytes = 50 * 1024 * 1024;
