export function OrderSheetScreen({ session }: { readonly session: string }) {
  return <p>{session}</p>;
}
