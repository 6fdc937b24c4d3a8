import { testFeatures } from "./whole.ts";

testFeatures(0, 2);
