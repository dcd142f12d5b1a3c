export function Patients() {
  return <p>Patients</p>;
}
