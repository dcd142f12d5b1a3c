export function HoldScreen({ session }: { readonly session: string }) {
  return <p>{session}</p>;
}
