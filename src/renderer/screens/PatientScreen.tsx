export function PatientScreen({ patient }: { readonly patient: string }) {
  return <p>{patient}</p>;
}
