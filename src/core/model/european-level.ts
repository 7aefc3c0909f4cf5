/** The level on the European scale, 1 to 8, if the credential states one. */
export function europeanLevel(framework: string, level: string): number | undefined {
  if (!/^(eqf|european qualifications framework)/i.test(framework.trim())) return undefined;
  return /^[1-8]$/.test(level.trim()) ? Number(level.trim()) : undefined;
}
