/** Runs what belongs to one person one after the other; people do not wait for each other. */
export function inTurnByPerson(): <Value>(person: string, act: () => Promise<Value>) => Promise<Value> {
  const lastByPerson = new Map<string, Promise<unknown>>();
  return (person, act) => {
    const before = lastByPerson.get(person) ?? Promise.resolve();
    const mine = before.then(act, act);
    lastByPerson.set(person, mine);
    const forget = (): void => {
      if (lastByPerson.get(person) === mine) lastByPerson.delete(person);
    };
    mine.then(forget, forget);
    return mine;
  };
}
