import { eventStoreContract } from './contract.ts';
import { MemoryEventStore } from './memory/memory.store.ts';

eventStoreContract(
  'the memory store',
  async () => ({
    store: new MemoryEventStore(),
    dispose: async () => {
      // nothing outlives it
    },
  }),
  { ids: 'log' },
);
