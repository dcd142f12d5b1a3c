export function PlanScreen(props: {
  readonly patient: string;
  readonly session: string | null;
  readonly chair: number | null;
}) {
  return <p>{props.patient}</p>;
}
