import type { RailItem } from '../../src/renderer/components/Rail.tsx';
import type { StatusSlot } from '../../src/renderer/components/StatusBar.tsx';

export const RAIL_ITEMS: readonly RailItem[] = [
  { id: 'board', label: 'Board', icon: 'board' },
  { id: 'patients', label: 'Patients', icon: 'person' },
  { id: 'library', label: 'Library', icon: 'book' },
];

export const STATUS: readonly StatusSlot[] = [
  { id: 'offline', text: 'Offline by design', icon: 'offline' },
  { id: 'saved', text: 'Saved 10:24:51' },
  { id: 'backup', text: 'Backup 14-Nov-2025 06:00' },
  { id: 'library', text: 'Library 2025.11-v7' },
  { id: 'clock', text: 'Clock OK' },
  { id: 'not', text: 'Does not control the pump · not a monitor', tone: 'strong' },
];
