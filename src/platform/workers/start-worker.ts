interface ScriptUrlPolicy {
  createScriptURL: (url: string) => string;
}
interface PolicyFactory {
  createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * A script address of our own origin, allowed under enforced Trusted Types (policy `mecum`).
 * Throws for any other origin: that is our own mistake, never input.
 */
export function ownScriptUrl(url: string): string {
  const rules: ScriptUrlPolicy = {
    createScriptURL: (text) => {
      const resolved = new URL(text, self.location.href);
      if (resolved.origin !== self.location.origin) throw new Error('foreign script address');
      return resolved.href;
    },
  };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy ??= factory === undefined ? rules : factory.createPolicy('mecum', rules);
  return policy.createScriptURL(url);
}

/** Starts a module worker of our own. */
export function startWorker(url: string, name: string): Worker {
  return new Worker(ownScriptUrl(url), { type: 'module', name });
}
