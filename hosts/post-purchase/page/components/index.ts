import type { ComponentChildren, ComponentType } from "preact";
import { Banner, CalloutBanner, Spinner } from "./feedback.tsx";
import { BuyerConsent, Checkbox, Form, FormLayout, FormLayoutGroup, Radio, Select, TextField } from "./fields.tsx";
import { Image } from "./image.tsx";
import { BlockStack, Bookend, InlineStack, Layout, Separator, Tiles, View } from "./layout.tsx";
import { Button, ButtonGroup, Link } from "./presses.tsx";
import {
  Heading,
  HeadingGroup,
  HiddenForAccessibility,
  Text,
  TextBlock,
  TextContainer,
  VisuallyHidden,
} from "./text.tsx";

const drawn = {
  Banner,
  BlockStack,
  Bookend,
  Button,
  ButtonGroup,
  BuyerConsent,
  CalloutBanner,
  Checkbox,
  Form,
  FormLayout,
  FormLayoutGroup,
  Heading,
  HeadingGroup,
  HiddenForAccessibility,
  Image,
  InlineStack,
  Layout,
  Link,
  Radio,
  Select,
  Separator,
  Spinner,
  Text,
  TextBlock,
  TextContainer,
  TextField,
  Tiles,
  View,
  VisuallyHidden,
};

/** Every component of Shopify's page, by name. Props arrive from another process: component-rules.ts has checked them. */
export const drawnComponents = drawn as unknown as Readonly<
  Record<string, ComponentType<{ children?: ComponentChildren }>>
>;
