// node not-a-transfer.mjs ADDRESS: checks something that is no transfer, with many faults.
import { answer, client } from "./contract.mjs";

const persons = Array.from({ length: 300 }, (_, i) => ({ ref: `P${i}`, date_of_birth: "the third of May" }));
client(process.argv[2]).Check({ transfer: { id: "not an id", persons } }, { deadline: Date.now() + 20000 }, answer);
