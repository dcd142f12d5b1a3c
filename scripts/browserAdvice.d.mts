/** What happened, what is safe and what to do, when no browser is installed. */
export function browserAdvice(): { readonly what: string; readonly safe: string; readonly todo: string };
