import { type Hands, inDialog } from './hands.ts';

/** Items that are answered by one press, in the order of the list. */
const BY_ONE_PRESS = [
  'Name and birth date said by the patient',
  'Consent is valid and still given',
  'No change in health, no new medicine',
  'Allergies read aloud',
  'Suicide-risk question asked',
  'Alarms of the monitor are on',
  'Reclined, loose clothing, bell in hand',
  'Rescue kit seen',
] as const;

/** Every item of the checklist, each by itself: there is no other way. */
export async function answerChecklist(hands: Hands): Promise<void> {
  await saidAt(hands, 'Arrived', '09:00');
  await saidAt(hands, 'Last food', '03:30');
  await saidAt(hands, 'Last clear fluid', '07:40');
  for (const item of BY_ONE_PRESS) {
    await hands.press(`Yes: ${item}`);
    await answered(hands, item);
  }
  await inSheet(hands, 'Pregnancy', (sheet) => sheet.pick('No'));
  await inSheet(hands, 'Medicines withheld', async (sheet) => {
    await sheet.type('Medicine', 'lorazepam');
    for (const [box, text] of [
      ['Day', '12'],
      [/^Month/, '11'],
      ['Year', '2025'],
    ] as const) {
      await sheet.type(box, text);
    }
    await sheet.type('Last taken at', '21:00');
    await sheet.press('Add to the list');
  });
  await inSheet(hands, 'Escort', async (sheet) => {
    await sheet.type('Name', 'Sam Okafor');
    await sheet.type('Relation to the patient', 'partner');
    await sheet.type('Phone', '555 0142');
  });
  await inSheet(hands, 'IV access', async (sheet) => {
    await sheet.type('Site', 'forearm');
    await sheet.pick('Left', 'Side');
    await sheet.choose(/Gauge/, '22');
    await sheet.type('Time', '09:31');
    await sheet.pick('Today', 'Day');
    await sheet.choose(/Attempts/, '1');
    await sheet.pick('Yes', 'Flushed');
  });
}

/** The two identifiers at the start: the name as said, the date of birth as typed. */
export async function identify(hands: Hands): Promise<void> {
  await hands.tick(/said their name/);
  await hands.type('Day', '09');
  await hands.type(/^Month/, '3');
  await hands.type('Year', '1984');
}

async function saidAt(hands: Hands, item: string, time: string): Promise<void> {
  await inSheet(hands, item, async (sheet) => {
    await sheet.type('Time', time);
    await sheet.pick('Today', 'Day');
  });
}

async function inSheet(hands: Hands, item: string, answer: (sheet: Hands) => Promise<void>): Promise<void> {
  await hands.press(`Answer: ${item}`);
  const sheet = inDialog(hands, item);
  await answer(sheet);
  await sheet.press(/^Save for Chair/);
  await answered(hands, item);
}

async function answered({ page }: Hands, item: string): Promise<void> {
  await page.getByRole('button', { name: `Change: ${item}` }).waitFor();
}
