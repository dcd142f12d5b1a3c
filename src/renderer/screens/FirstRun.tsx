export function FirstRun() {
  return <p>FirstRun</p>;
}
