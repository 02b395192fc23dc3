// node check.mjs ADDRESS DECISIONS [DEADLINE_MS]: checks a hand-over with so many decisions, none of which says who made it.
import { answer, client } from "./contract.mjs";

const [address, decisions, deadline] = process.argv.slice(2);
const transfer = {
  id: "01935b1e-7c00-7000-8000-000000000001",
  version: 1,
  kind: "FULL_TRANSFER",
  from: { agency: "leeds-social-care", agency_kind: "SOCIAL_CARE", area_gss: "E08000035", country: "ENG" },
  lead: { agency: "sandwell-social-care", agency_kind: "SOCIAL_CARE", area_gss: "E08000028", country: "ENG" },
  persons: [{ ref: "P1", roles: ["CHILD"], names: [{ given: "Rowan", family: "Ashworth" }], date_of_birth: "2015-04-01", in_moving_household: "YES" }],
  decisions: Array.from({ length: Number(decisions) }, (_, i) => ({ item: { id: `D${i + 1}` }, type: "OTHER", children: ["P1"], origin: "OURS" })),
};
client(address).Check({ transfer }, { deadline: Date.now() + Number(deadline ?? 20000) }, answer);
