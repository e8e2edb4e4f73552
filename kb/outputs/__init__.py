"""From the knowledge base or findings to text: pages, exports, reports; nothing here decides validity."""
