/**
 * A full name as it is written beside what the person did: `Leila Amari` is `L. Amari`, `Dr Sunil Patel` is
 * `Dr S. Patel`; initials `LA`, `SP`.
 */
export function writtenName(fullName: string): { readonly name: string; readonly initials: string } {
  const words = fullName.trim().split(/\s+/);
  const isDoctor = words[0] === 'Dr' && words.length > 1;
  const given = (isDoctor ? words[1] : words[0]) ?? '';
  const rest = words.slice(isDoctor ? 2 : 1);
  const family = rest.at(-1) ?? '';
  const title = isDoctor ? 'Dr ' : '';
  return {
    name: family === '' ? `${title}${given}` : `${title}${given.charAt(0)}. ${family}`,
    initials: `${given.charAt(0)}${family.charAt(0)}`.toUpperCase() || '?',
  };
}
