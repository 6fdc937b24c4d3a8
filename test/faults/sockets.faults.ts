import { testOverSockets } from "./whole.ts";

testOverSockets();
