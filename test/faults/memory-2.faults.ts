import { testInMemory } from "./whole.ts";

testInMemory(1, 2);
