import { testInMemory } from "./whole.ts";

testInMemory(0, 2);
