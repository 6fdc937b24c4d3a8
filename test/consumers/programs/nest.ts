// A NestJS application as its starter sets it up: decorators with metadata, CommonJS.

import "reflect-metadata";
import { Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { InteractionsClient, outputText } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";

@Injectable()
class Capitals {
  // The metadata names the class, so its value is needed at run time.
  constructor(private readonly client: InteractionsClient) {}

  async of(country: string): Promise<string> {
    const input = `The capital of ${country}?`;
    return outputText(await this.client.create({ model: "gemini-3.8-flash", input }));
  }
}

const service = createInteractionsService({ respond: () => "Paris." });
const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });

@Module({ providers: [{ provide: InteractionsClient, useValue: client }, Capitals] })
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  console.log(await app.get(Capitals).of("France"));
}

void main();
